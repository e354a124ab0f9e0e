export interface AuditDetail {
  name: string;
  value: string;
}

/** Ids that stand for nothing a person knows, and lists of what the values beside them say. */
const UNSAID: readonly string[] = ['changed', 'printId', 'saleId', 'skippedRows', 'costCurrency', 'decision'];

/** "from: sending, attempts: 1" taken apart; what has no name of its own stays as it was written. */
export function auditDetails(details: string): AuditDetail[] {
  return details
    .split(/, (?=\w+(?:\.[A-Z]{3})?: )/)
    .filter(part => part !== '')
    .map(part => {
      const [, name = '', value = part] = /^(\w+(?:\.[A-Z]{3})?): (.*)$/s.exec(part) ?? [];
      return { name, value };
    })
    .filter(({ name }) => !UNSAID.includes(name));
}

const ID = /^[\da-f]{8}-[\da-f]{4}-/;

/** Of what an entry is about: a person or an offer, and no id that nobody knows. */
export const isSayable = (subject: string): boolean => !ID.test(subject);
