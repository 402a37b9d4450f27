// Builds web/dist: app.js and app.css by esbuild, index.html and favicon.svg from public/.
import { cp, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const watching = process.argv.includes('--watch');

const options = {
  absWorkingDir: root,
  entryPoints: { app: 'src/main.tsx' },
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  target: ['chrome105', 'firefox110', 'safari16'],
  jsx: 'automatic',
  jsxImportSource: 'preact',
  minify: !watching,
  sourcemap: watching,
  charset: 'utf8',
  legalComments: 'eof',
  logLevel: 'warning',
};

await rm(new URL('dist', import.meta.url), { recursive: true, force: true });
await mkdir(new URL('dist', import.meta.url));
await cp(new URL('public', import.meta.url), new URL('dist', import.meta.url), { recursive: true });

if (watching) {
  const watcher = await context(options);
  await watcher.watch();
  console.log('watching web/src');
} else {
  const { metafile } = await build({ ...options, metafile: true });
  for (const [name, output] of Object.entries(metafile.outputs)) {
    console.log(`web/${name} ${(output.bytes / 1024).toFixed(1)} KiB`);
  }
}
