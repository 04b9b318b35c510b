import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The desktop console: served by the server at `/desk/`, or by `vite` with the API behind API_URL. */
export default defineConfig({
  root: here('.'),
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: here('../dist/desk'),
    emptyOutDir: true,
    target: ['chrome90', 'edge90', 'firefox90', 'safari15'],
    // The server keeps for ever what carries a hash of hex digits in its name.
    rolldownOptions: { output: { hashCharacters: 'hex' } },
  },
  server: { proxy: { '/api': process.env['API_URL'] ?? 'http://127.0.0.1:3000', '/sandbox': process.env['API_URL'] ?? 'http://127.0.0.1:3000' } },
});
