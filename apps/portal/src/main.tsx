/** Starts the clients' app: strict policy first, then the page, then a Chinese font where the system may have none. */
import './lib/zod-without-eval.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { mayLackChineseFont, prepareForStrictPolicy } from '@daiban/ui';
import '@daiban/ui/theme.css';
import '@daiban/ui/components.css';
import './portal.css';
import { App } from './app/app.js';
import { FailureBoundary } from './app/failure-boundary.js';

prepareForStrictPolicy();

const dark = matchMedia('(prefers-color-scheme: dark)');
const followScheme = () => {
  document.documentElement.dataset['mantineColorScheme'] = dark.matches ? 'dark' : 'light';
};
followScheme();
dark.addEventListener('change', followScheme);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <FailureBoundary>
      <App />
    </FailureBoundary>
  </StrictMode>,
);

if (mayLackChineseFont(navigator.userAgent)) void import('@daiban/ui/chinese-font.css');
