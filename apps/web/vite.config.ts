import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Another running system than that on port 3000: `API=http://127.0.0.1:4000`. */
const api = process.env['API'] ?? 'http://127.0.0.1:3000';

/** The browser's part: built into dist/web, served by the gateway. With `vite` alone, the API of a running system answers. */
export default defineConfig({
  root: at('.'),
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // Charts, the plan editor and administration come when they are opened.
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      // Libraries mark files for React servers, which we have none of.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': api, '/health': api },
  },
});
