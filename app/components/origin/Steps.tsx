import type { Procedure, Rule, Step } from '../../domain/documents/index.ts';
import { dependenciesAmong, inOrder } from '../../domain/pathway/step-order.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { RuleInWords } from '../pathway/RuleList.tsx';
import { wholeYears } from '../pathway/stay-words.ts';
import { Say } from '../ui/Say.tsx';
import { Cite } from '../ui/Source.tsx';

/** Names of papers, roles and tranches, by code. */
export type Vocabulary = (area: 'paper' | 'role' | 'tranche', code: string) => string;

function Fee({ fee }: { fee: Step['fee'] }) {
  const { t, f, code } = useSpeech();
  if (!fee) return <>{t('value.notKnown')}</>;
  if (fee.money?.amount === 0) return <>{t('step.free')}</>;
  return (
    <>
      {fee.money ? <bdi>{f.money(fee.money)}</bdi> : t('step.feeNotKnown')} ·{' '}
      {t('step.paidBy', { payer: code('payer', fee.payer) })}
    </>
  );
}

function validInWords(days: number, { t }: Speech): string {
  const years = wholeYears(days);
  return years === undefined ? t('step.validDays', { count: days }) : t('step.validYears', { count: years });
}

type Row = readonly [label: string, value: React.ReactNode];

const Meta = ({ rows }: { rows: readonly (Row | undefined | false)[] }) => (
  <dl className="meta">
    {rows.map((row) =>
      row ? (
        <div key={row[0]} className="pair">
          <dt>{row[0]}</dt>
          <dd>{row[1]}</dd>
        </div>
      ) : null,
    )}
  </dl>
);

type Shown = { step: Step; applies: 'yes' | 'maybe'; after: readonly Step[] };

function StepItem({
  shown,
  at,
  procedure,
  vocabulary,
}: {
  shown: Shown;
  at: number;
  procedure: Procedure;
  vocabulary: Vocabulary;
}) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { step, applies, after } = shown;
  const agency = procedure.agencies.find(({ id }) => id === step.agency);
  const papers = (codes: readonly string[]) => f.and(codes.map((code) => vocabulary('paper', code)));
  return (
    <li id={`step-${step.id}`}>
      <span className="buoy" aria-hidden="true">
        {at + 1}
      </span>
      <h3>
        <Say text={step.label} />
      </h3>
      <p>
        <Say text={step.what} />
        <Cite cite={step.cite} sources={procedure.sources} />
      </p>
      {step.when && applies === 'maybe' && (
        <div className="small when">
          <b>{t('step.onlyIf')}</b> <RuleInWords rule={step.when} sources={procedure.sources} />
        </div>
      )}
      <Meta
        rows={[
          [t('step.agency'), agency ? <Say key="agency" text={agency.name} quiet /> : step.agency],
          [t('step.fee'), <Fee key="fee" fee={step.fee} />],
          [
            t('step.takes'),
            step.typicalDays === undefined ? t('value.notKnown') : t('time.days', { count: step.typicalDays }),
          ],
          after.length > 0 && [
            t('step.after'),
            after.map((earlier, index) => (
              <span key={earlier.id}>
                {index > 0 && ' · '}
                <a href={`#step-${earlier.id}`}>
                  <Say text={earlier.label} quiet />
                </a>
              </span>
            )),
          ],
          step.needs && step.needs.length > 0 && [t('step.bring'), papers(step.needs)],
          step.issues && step.issues.length > 0 && [t('step.youGet'), papers(step.issues)],
          step.validDays !== undefined && [t('step.valid'), validInWords(step.validDays, speech)],
          step.finishDaysBefore !== undefined &&
            step.finishDaysBefore > 0 && [t('step.finish'), t('step.finishDays', { count: step.finishDaysBefore })],
          step.url !== undefined && [
            t('step.online'),
            <a key="url" href={step.url}>
              {t('step.site')}
            </a>,
          ],
        ]}
      />
    </li>
  );
}

/** The steps of a procedure, each after what it depends on; `concerns` says whether a step applies on this journey. */
export function Steps({
  procedure,
  vocabulary,
  concerns,
}: {
  procedure: Procedure;
  vocabulary: Vocabulary;
  concerns(when: Rule | undefined): 'met' | 'unmet' | 'unknown';
}) {
  const { t } = useSpeech();
  const found = new Map(procedure.steps.map((step) => [step, concerns(step.when)]));
  const applying = inOrder(procedure.steps).filter((step) => found.get(step) !== 'unmet');
  const others = procedure.steps.filter((step) => found.get(step) === 'unmet');
  const after = dependenciesAmong(applying, procedure.steps);
  return (
    <>
      <ol className="steps gap-2">
        {applying.map((step, at) => (
          <StepItem
            key={step.id}
            at={at}
            procedure={procedure}
            vocabulary={vocabulary}
            shown={{
              step,
              applies: found.get(step) === 'met' ? 'yes' : 'maybe',
              after: applying.filter(({ id }) => after.get(step.id)?.includes(id)),
            }}
          />
        ))}
      </ol>
      {others.length > 0 && (
        <details>
          <summary>{t('step.others', { count: others.length })}</summary>
          <ul className="bul">
            {others.map((step) => (
              <li key={step.id}>
                <Say text={step.label} />
                {step.when && (
                  <div className="small muted">
                    {t('step.onlyIf')} <RuleInWords rule={step.when} sources={procedure.sources} />
                  </div>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
