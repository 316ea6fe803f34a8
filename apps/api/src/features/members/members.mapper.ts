/** Rows of members and keys as the contract shows them: a white list, so that no hash can slip out. */
import type { ApiKey, Member } from '@daiban/contracts';
import type { Locale, Role } from '@daiban/domain/enumerations';
import type { ApiKey as ApiKeyRow, Member as MemberRow } from '../../generated/client.js';

export function toMember(row: MemberRow): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    locale: row.locale as Locale,
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  };
}

export function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    role: row.role as Role,
    prefix: row.prefix,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
