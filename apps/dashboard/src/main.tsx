/** Starts the agency's app. Styles first, in the order they must win; then the strict policy's set-up; then React. */
import './app/without-eval.js';
import './app/styles.js';
import { mayLackChineseFont, prepareForStrictPolicy } from '@daiban/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { reloadAfterUpdate } from './app/reload-after-update.js';

prepareForStrictPolicy();
reloadAfterUpdate();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
if (mayLackChineseFont(navigator.userAgent)) void import('@daiban/ui/chinese-font.css');
