// The real program on free ports, with the index of the sample, for one test file.
// TRACUU_BIN, TRACUU_INDEX: the program and the index.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

const { TRACUU_BIN, TRACUU_INDEX } = process.env;

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

/** Starts a server with further settings, until the tests of the file end: its address. */
export async function start(settings = []) {
  const listen = `127.0.0.1:${await freePort()}`;
  const program = spawn(TRACUU_BIN, ['serve', '--index', TRACUU_INDEX, '--listen', listen, ...settings], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  after(() => program.kill());
  for (let tries = 0; ; tries += 1) {
    if (await fetch(`http://${listen}/readyz`).then((answer) => answer.ok, () => false)) break;
    if (tries === 100) throw new Error('the server does not come up');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return `http://${listen}`;
}

const folder = mkdtempSync(join(tmpdir(), 'tracuu-interop-'));
after(() => rmSync(folder, { recursive: true }));

/** A file with the key `secret`. */
export const keyFile = join(folder, 'keys');
writeFileSync(keyFile, 'secret\n');

export const origin = await start();
export const api = `${origin}/api/v1`;

/** The document that most examples of docs/api.md speak of, and what it implements. */
export const decision = '10-nq-cp.2018-02-03';
export const resolution = '18-nq-tw.2017-10-25';

/** The text of an answer, which must be 200 and of that media type. */
export async function text(path, type) {
  const answer = await fetch(api + path);
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}`);
  const is = answer.headers.get('content-type').split(';')[0];
  if (is !== type) throw new Error(`${path}: ${is}, not ${type}`);
  return body;
}

export const json = async (path) => JSON.parse(await text(path, 'application/json'));
