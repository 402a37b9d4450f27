import { language, t, type MessageKey } from './i18n';
import type { Deadline, DocumentMeta, Relation, Role } from './types';

const kMissing = '…';

/** `2018-03-15` as `15/03/2018`; a partial date (`2018-03`, `2018`) keeps what it has. */
export function formatDate(iso: string | null | undefined): string {
  if (!iso) return '';
  return iso.slice(0, 10).split('-').reverse().join('/');
}

export function formatNumber(value: number): string {
  return value.toLocaleString(language() === 'vi' ? 'vi-VN' : 'en-GB');
}

/** Bytes in KB (1024) with at most one decimal. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${formatNumber(bytes)} B`;
  return `${formatNumber(Math.round(bytes / 102.4) / 10)} KB`;
}

/** How a document is called in a line: type and number, or what is known of it. */
export function documentName(document: Partial<DocumentMeta> & { id: string }): string {
  const { type, number, title, id } = document;
  if (number) return [type, number].filter(Boolean).join(' ');
  return type ? `${type} ${t('no_number')}` : title || id;
}

/** A document of which only the id is known: its date and place beside the number that is cited. */
export function candidateName(number: string, id: string): string {
  const details = id.split('.').slice(1).map(
    (part) => (/^\d{4}(-\d\d){0,2}$/.test(part) ? formatDate(part) : part),
  );
  return details.length > 0 ? `${number} (${details.join(', ')})` : id;
}

/** What the citing document does to the cited one, or what is done to the cited one by it. */
export function relationName(relation: Relation, reverse = false): string {
  return t(`${reverse ? 'relation_by' : 'relation'}_${relation}` as MessageKey);
}

export function roleName(role: Role): string {
  return t(`role_${role}` as MessageKey);
}

/** A deadline in words; the words of the text itself are shown beside it. */
export function deadlineInWords(deadline: Deadline): string {
  const from = formatDate(deadline.from) || kMissing;
  const to = formatDate(deadline.to) || kMissing;
  return t(`deadline_${deadline.kind}` as MessageKey, { from, to });
}
