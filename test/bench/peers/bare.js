/** The limit of what any server can do here: node:http reads the body and writes the bytes that the bench gave it for that body, headers and all. Nothing is parsed. */
import { createServer } from 'node:http';
import { listen } from './served.js';

const answers = new Map();
process.on('message', (message) => {
  if (message === null || typeof message !== 'object') return;
  for (const [body, text, headers] of message.answers) {
    const answer = Buffer.from(text);
    answers.set(body, { answer, headers: [...headers, 'content-length', String(answer.length)] });
  }
  process.send('taken');
});
listen(createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => { parts.push(part); });
  request.on('end', () => {
    const known = answers.get(Buffer.concat(parts).toString());
    response.writeHead(known === undefined ? 404 : 200, known?.headers ?? ['content-length', '0']).end(known?.answer);
  });
}));
