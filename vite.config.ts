import react from '@vitejs/plugin-react';
import path from 'node:path';
import { defineConfig } from 'vite';

const root = path.join(import.meta.dirname, 'src', 'web');

/** Builds the web pages into `public/app`, which the service serves. `npm run pages` watches and proxies to a service. */
export default defineConfig({
  root,
  publicDir: path.join(import.meta.dirname, 'public', 'static'),
  plugins: [react()],
  build: {
    outDir: path.join(import.meta.dirname, 'public', 'app'),
    emptyOutDir: true,
    // The content security policy allows no `data:` scripts or styles, and small files are cheap over one connection.
    assetsInlineLimit: 0,
    target: 'es2022',
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
