/** Builds the clients' app to dist/, served below /portal/. The API serves dist/index.html as a template: it fills in %NONCE% at each answer. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

export default defineConfig({
  plugins: [react()],
  base: '/portal/',
  html: { cspNonce: '%NONCE%' },
  build: {
    // WeChat's own browser on Android is some years behind.
    target: 'es2020',
    // A font as a data: URL would need a hole in the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Our own packages do nothing when they are loaded: what the page does not call stays out of it.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: (id) => id.endsWith('.css') || !/packages\/(contracts|domain|i18n|ui)\//.test(id),
      },
    },
  },
  server: { proxy: { '/api': api } },
});
