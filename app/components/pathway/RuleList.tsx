import { Fragment, type ReactNode } from 'react';
import type { Criterion, Rule, Source } from '../../domain/documents/index.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { criterionWords } from '../../i18n/criterion.ts';
import { Say } from '../ui/Say.tsx';
import { Cite } from '../ui/Source.tsx';

function Words({ criterion }: { criterion: Criterion }) {
  const speech = useSpeech();
  return criterion.label ? <Say text={criterion.label} /> : <>{criterionWords(criterion, speech)}</>;
}

type Group = { intro: string; or?: boolean; rules: readonly Rule[] };

const keyOf = (rule: Rule, at: number) => ('id' in rule ? rule.id : at);

/** Rules that belong together, told as people would: «one of these», «none of these». */
function Together({ intro, or, rules, sources }: Group & { sources: readonly Source[] }) {
  const { t } = useSpeech();
  return (
    <>
      {intro}
      <ul className="any">
        {rules.map((rule, at) => (
          <Fragment key={keyOf(rule, at)}>
            {or && at > 0 && <li className="or">{t('rule.or')}</li>}
            <li>
              <RuleInWords rule={rule} sources={sources} />
            </li>
          </Fragment>
        ))}
      </ul>
    </>
  );
}

type PointsRule = Extract<Rule, { points: unknown }>;

function PointsTable({ points, sources }: { points: PointsRule['points']; sources: readonly Source[] }) {
  const { t, f } = useSpeech();
  return (
    <>
      {t('rule.points', { pass: points.pass })}
      <ul className="any">
        {points.items.map((item) => (
          <li key={item.id}>
            <b>{t('rule.pointsItem', { points: item.points })}</b>{' '}
            {item.label ? <Say text={item.label} /> : <RuleInWords rule={item.when} sources={sources} />}
            {item.label && 'cite' in item.when && <Cite cite={item.when.cite} sources={sources} />}
          </li>
        ))}
      </ul>
      {Object.entries(points.groupMax ?? {}).map(([group, most]) => (
        <p className="small muted" key={group}>
          {t('rule.groupMax', {
            items: f.and(points.items.flatMap((item, at) => (item.group === group ? [String(at + 1)] : []))),
            most,
          })}
        </p>
      ))}
    </>
  );
}

/** The rule that «all of» or «one of» a single rule comes to. */
function onlyOne(rule: Rule): Rule | undefined {
  const rules = 'all' in rule ? rule.all : 'any' in rule ? rule.any : [];
  return rules.length === 1 ? rules[0] : undefined;
}

type Conditional = { when: Rule; then: Rule };

/** «Not A, or B» is how a rule says «if A, then B»: people say the latter. */
function conditional(rule: Rule): Conditional | undefined {
  const [one, other, ...more] = 'any' in rule ? rule.any : [];
  if (!one || !other || more.length > 0) return undefined;
  const [negated, then] = 'none' in one ? [one, other] : [other, one];
  const [when, ...others] = 'none' in negated ? negated.none : [];
  return when && others.length === 0 ? { when, then } : undefined;
}

function IfThen({ when, then, sources }: Conditional & { sources: readonly Source[] }) {
  const { t } = useSpeech();
  return (
    <>
      {t('rule.if')} <RuleInWords rule={when} sources={sources} />
      <div>
        <b>{t('rule.then')}</b> <RuleInWords rule={then} sources={sources} />
      </div>
    </>
  );
}

/** A rule in words, each criterion with its source. */
export function RuleInWords({ rule, sources }: { rule: Rule; sources: readonly Source[] }): ReactNode {
  const { t } = useSpeech();
  const only = onlyOne(rule);
  if (only) return <RuleInWords rule={only} sources={sources} />;
  const condition = conditional(rule);
  if (condition) return <IfThen {...condition} sources={sources} />;
  if ('all' in rule) return <Together intro={t('rule.all')} rules={rule.all} sources={sources} />;
  if ('any' in rule) return <Together intro={t('rule.any')} or rules={rule.any} sources={sources} />;
  if ('none' in rule)
    return <Together intro={t('rule.none', { count: rule.none.length })} rules={rule.none} sources={sources} />;
  if ('atLeast' in rule)
    return <Together intro={t('rule.atLeast', { count: rule.atLeast })} rules={rule.of} sources={sources} />;
  if ('points' in rule) return <PointsTable points={rule.points} sources={sources} />;
  return (
    <>
      <Words criterion={rule} />
      <Cite cite={rule.cite} sources={sources} />
    </>
  );
}

/** The conditions of a pathway as a numbered list; a rule that is not a conjunction is its only item. */
export function RuleList({ rule, sources, first }: { rule: Rule; sources: readonly Source[]; first?: ReactNode }) {
  const rules = 'all' in rule ? rule.all : [rule];
  return (
    <ol className="rules gap-2">
      {first && (
        <li>
          <div>{first}</div>
        </li>
      )}
      {rules.map((inner, at) => (
        <li key={keyOf(inner, at)}>
          <div>
            <RuleInWords rule={inner} sources={sources} />
          </div>
        </li>
      ))}
    </ol>
  );
}
