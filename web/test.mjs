// Runs the browser tests of ../tests/web against the real server on a free port.
// TRACUU_BIN, TRACUU_INDEX: the program and an index of the sample. TRACUU_WEB: default web/dist.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

for (const name of ['TRACUU_BIN', 'TRACUU_INDEX']) {
  if (!process.env[name] || !existsSync(process.env[name])) {
    console.error(`test:web: ${name} must name an existing path; it is '${process.env[name] ?? ''}'`);
    process.exit(2);
  }
}

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port: free } = probe.address();
    probe.close(() => resolve(free));
  });
});

const playwright = here('node_modules/@playwright/test/cli.js');
const config = here('../tests/web/playwright.config.ts');
const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', '--config', config, ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: {
      TRACUU_WEB: here('dist'),
      ...process.env,
      TRACUU_TEST_PORT: String(port),
      // The tests stand outside web/, so they find its packages by this.
      NODE_PATH: here('node_modules'),
    },
  },
);
process.exit(status ?? 1);
