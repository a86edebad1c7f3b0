/** What every measured server does for the benchmark: it reports its port, and what its process has used when it is asked. */

/** Sends the port to the benchmark and answers its questions about processor time and memory. */
export function ready(port) {
  process.on('message', (message) => {
    if (message === 'usage') {
      const { user, system } = process.cpuUsage();
      process.send({ cpuMicros: user + system, bytes: process.memoryUsage.rss() });
    }
  });
  process.on('disconnect', () => {
    process.exit();
  });
  process.send({ port });
}
