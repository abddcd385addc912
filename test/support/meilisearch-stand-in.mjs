#!/usr/bin/env node
/** A program that starts, listens, keeps its key and ends as Meilisearch does, for tests of how it is kept running. */
import { createServer } from 'node:http';

const [host, port] = process.argv[process.argv.indexOf('--http-addr') + 1].split(':');

createServer(({ headers }, answer) => {
  answer.writeHead(headers.authorization === `Bearer ${process.env.MEILI_MASTER_KEY}` ? 200 : 403).end('{}');
}).listen(Number(port), host);
