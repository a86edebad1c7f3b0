/** The limit of what any server can do here: node:http reads the body and writes the bytes that the bench gave it for that body. Nothing is parsed. */
import { createServer } from 'node:http';
import { listen } from './served.js';

const answers = new Map();
process.on('message', (message) => {
  if (message === null || typeof message !== 'object') return;
  for (const [body, answer] of message.answers) answers.set(body, Buffer.from(answer));
  process.send('taken');
});
listen(createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => { parts.push(part); });
  request.on('end', () => {
    const answer = answers.get(Buffer.concat(parts).toString());
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json; charset=utf-8', 'content-length': answer?.length ?? 0 }).end(answer);
  });
}));
