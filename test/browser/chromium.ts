/** Where the browser is that the page is tried in; the tests bring none. */
export const chromium: string = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Headless, and silent: a browser calls home in many ways, and the test counts every request that leaves the page. */
export const silent: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--metrics-recording-only',
  '--no-pings',
];
