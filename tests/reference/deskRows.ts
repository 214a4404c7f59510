/** A record that was merged into another of its kind. */
export interface MergedRow {
  readonly type: 'MergedRecord';
  readonly id: string;
  readonly kind: string;
  readonly survivor_id: string;
}

/** A slug that a record had, or one that was merged into it. */
export interface FormerSlugRow {
  readonly type: 'FormerSlug';
  readonly kind: string;
  readonly slug: string;
  readonly record_id: string;
}

export interface AuditRow {
  readonly type: 'AuditEntry';
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly record_kind: string;
  readonly record_id: string;
  readonly from_version: number | null;
  readonly to_version: number | null;
}

export interface KeyRow {
  readonly type: 'ApiKey';
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly prefix: string;
  readonly created_at: string;
  readonly last_used_at: string | null;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}
