import { defineConfig } from '@playwright/test';

const port = process.env['TRACUU_TEST_PORT'] ?? '8097';
const origin = `http://127.0.0.1:${port}`;
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
const { TRACUU_BIN = 'tracuu', TRACUU_INDEX = 'build/index', TRACUU_WEB = 'web/dist' } = process.env;

/** Starts the real server on an index of the sample and drives the browser of the system. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../build/test-results',
  workers: 1,
  timeout: 20_000,
  expect: { timeout: 5_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: origin,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      // A container has no user namespaces and a small /dev/shm.
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
  webServer: {
    command: [
      quoted(TRACUU_BIN), 'serve', '--index', quoted(TRACUU_INDEX), '--web', quoted(TRACUU_WEB),
      '--listen', `127.0.0.1:${port}`,
    ].join(' '),
    url: `${origin}/readyz`,
    timeout: 30_000,
  },
});
