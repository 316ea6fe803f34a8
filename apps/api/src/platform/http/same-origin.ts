/** Decides whether a request that changes something may come from where it says it comes from. Called by the access guard. */

export interface OriginFacts {
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  /** Scheme and host the request came to, `http://localhost:3000`. */
  readonly ownOrigin: string;
  /** The origin of PUBLIC_URL, which a proxy may hide from us. */
  readonly publicOrigin: string;
  /** Whether a cookie of ours came with it. */
  readonly hasCookie: boolean;
}

/**
 * A browser always says where a POST comes from (Origin, Sec-Fetch-Site), so what it says must be us; one without either is no browser
 * and passes only without a cookie. Callers with an API key are not asked.
 */
export function isSameOrigin({ secFetchSite, origin, ownOrigin, publicOrigin, hasCookie }: OriginFacts): boolean {
  if (secFetchSite !== undefined && secFetchSite !== 'same-origin') return false;
  if (origin !== undefined) return origin === ownOrigin || origin === publicOrigin;
  return secFetchSite !== undefined || !hasCookie;
}
