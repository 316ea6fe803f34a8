/** After a change: makes the screens ask again. */
import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Ends loads under way before it marks them stale: a first load that began before the change would otherwise
 * swallow the refresh and keep the old answer.
 */
export async function refresh(client: QueryClient, ...keys: readonly QueryKey[]): Promise<void> {
  await Promise.all(keys.map((queryKey) => client.cancelQueries({ queryKey })));
  // What other pages have read may hang on it too (places, addresses, counters): they ask again when they are next opened.
  await client.invalidateQueries({ refetchType: 'none' });
  await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
}
