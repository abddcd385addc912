import type { ReactNode } from 'react';
import { isObject } from '../../domain/documents/json.ts';
import { Money } from '../../domain/documents/money.ts';
import { Text } from '../../domain/documents/text.ts';
import { canonicalJson } from '../../domain/text/canonical-json.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Say } from '../ui/Say.tsx';

/** The catalogue areas of codes, by the key that they stand under; the first that knows a code names it. */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  status: ['status'],
  kind: ['kind', 'instrument'],
  payer: ['payer'],
  per: ['per'],
  commitment: ['commitment'],
  mode: ['selection'],
  party: ['party'],
  after: ['event'],
  confidence: ['confidence'],
  basis: ['basis'],
};
const COUNTRIES: readonly string[] = ['destination', 'origin', 'origins', 'exceptOrigins', 'parties', 'country'];
const DAYS: readonly string[] = ['from', 'to', 'verifiedOn', 'asOf'];
const YEARS: readonly string[] = ['year'];

/** The name of a key of a document. */
export const partName = (key: string, { code }: Speech): string => code('part', key);

function codeName(key: string, value: string, { code }: Speech): string {
  const names = (AREAS[key] ?? []).map((area) => code(area, value));
  return names.find((name) => name !== value) ?? value;
}

function textOf(key: string, value: string, speech: Speech): string {
  const { t, f } = speech;
  if (COUNTRIES.includes(key) && /^[A-Z]{2}$/.test(value)) return f.country(value);
  if (DAYS.includes(key)) return f.date(value);
  return value === 'any' ? t('changes.any') : codeName(key, value, speech);
}

/** What stands in a document, in words; `of`: the key under which it stands. */
export function ValueInWords({ value, of }: { value: unknown; of: string }): ReactNode {
  const speech = useSpeech();
  const { t, f } = speech;
  if (value === undefined) return <span className="muted">{t('changes.absent')}</span>;
  if (value === null) return t('value.notStated');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return <bdi>{YEARS.includes(of) ? value : f.number(value)}</bdi>;
  if (typeof value === 'string') return <bdi className="break">{textOf(of, value, speech)}</bdi>;
  const money = Money.safeParse(value);
  if (money.success) return <bdi>{f.money(money.data)}</bdi>;
  const text = Text.safeParse(value);
  if (text.success) return <Say text={text.data} />;
  return <Parts value={value} of={of} />;
}

function Parts({ value, of }: { value: unknown; of: string }) {
  const speech = useSpeech();
  if (Array.isArray(value))
    return (
      <ul className="bul">
        {value.map((one: unknown) => (
          <li key={canonicalJson(one)}>
            <ValueInWords value={one} of={of} />
          </li>
        ))}
      </ul>
    );
  const parts = isObject(value) ? Object.entries(value).filter(([key]) => key !== 'id') : [];
  return (
    <ul className="bul">
      {parts.map(([key, part]) => (
        <li key={key}>
          {partName(key, speech)}
          {speech.t('value.colon')}
          <ValueInWords value={part} of={key} />
        </li>
      ))}
    </ul>
  );
}
