/** The headers that tell a browser to trust nothing but us. Set on every answer by the server's first hook. */

/** A page may run only scripts and styles that carry this answer's nonce, and no string becomes a script or markup outside our one policy. */
export function pagePolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    // 'strict-dynamic': what a trusted script loads is trusted, and no address alone is.
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types default daiban`,
    `report-uri ${CSP_REPORT_PATH}`,
    `report-to csp`,
  ].join('; ');
}

/** An answer that is no page may do nothing at all, should a browser ever show it as one. */
export const DATA_POLICY = `default-src 'none'; frame-ancestors 'none'; sandbox`;

/** Where browsers send what the policy stopped. */
export const CSP_REPORT_PATH = '/api/csp-reports';

const OVER_HTTP: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
  'X-DNS-Prefetch-Control': 'off',
};
const OVER_HTTPS: Readonly<Record<string, string>> = {
  ...OVER_HTTP,
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
};

/** @param isHttps whether the browser came by https: only then may it be told to do so always */
export function securityHeaders(isHttps: boolean): Readonly<Record<string, string>> {
  return isHttps ? OVER_HTTPS : OVER_HTTP;
}
