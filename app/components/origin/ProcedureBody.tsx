import type { Procedure, Rule } from '../../domain/documents/index.ts';
import type { Finding } from '../../domain/rule/finding.ts';
import { type Speech, useSpeech } from '../../i18n/context.tsx';
import { Agencies, ComplaintsOffice, Notes } from '../pathway/PathwayBody.tsx';
import { RuleInWords } from '../pathway/RuleList.tsx';
import { Icon } from '../ui/icons.tsx';
import { Say } from '../ui/Say.tsx';
import { Section } from '../ui/Section.tsx';
import { Cite, Sources } from '../ui/Source.tsx';
import { Steps, type Vocabulary } from './Steps.tsx';

type Concerns = (when: Rule | undefined) => Finding;

function Bars({ procedure, concerns }: { procedure: Procedure; concerns: Concerns }) {
  const { t } = useSpeech();
  const bars = (procedure.bars ?? []).filter(({ when }) => concerns(when) !== 'unmet');
  if (bars.length === 0) return null;
  return (
    <Section id="bars" title={t('origin.bars')}>
      <p className="gap">{t('origin.bars.intro')}</p>
      <ul className="rules">
        {bars.map((bar) => (
          <li key={bar.id}>
            <Icon shape="unknown" className="unknown" />
            <div>
              <Say text={bar.label} />
              <Cite cite={bar.cite} sources={procedure.sources} />
              <details>
                <summary className="small">{t('origin.bars.when')}</summary>
                <div className="small">
                  <RuleInWords rule={bar.when} sources={procedure.sources} />
                </div>
              </details>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const PROTECTIONS = ['recruiterLicence', 'workerFeeCap', 'welfareFund', 'insurance'] as const;

function Protections({ procedure }: { procedure: Procedure }) {
  const { t } = useSpeech();
  const stated = PROTECTIONS.filter((name) => procedure.protections[name]);
  return (
    <Section id="protections" title={t('origin.protections')}>
      {stated.length === 0 ? (
        <p>{t('value.notStated')}</p>
      ) : (
        <dl className="terms">
          {stated.map((name) => {
            const text = procedure.protections[name];
            return (
              <div key={name}>
                <dt>{t(`protection.${name}`)}</dt>
                <dd>{text && <Say text={text} />}</dd>
              </div>
            );
          })}
        </dl>
      )}
    </Section>
  );
}

/** The way back at home: what the origin state offers to who returns. */
function ReturnServices({ procedure }: { procedure: Procedure }) {
  const { t } = useSpeech();
  return (
    <Section id="home" title={t('origin.return')}>
      {procedure.returnServices.length === 0 ? (
        <p>{t('origin.return.none')}</p>
      ) : (
        <ul className="rules">
          {procedure.returnServices.map(({ id, label, agency }) => {
            const office = procedure.agencies.find((one) => one.id === agency);
            return (
              <li key={id}>
                <Icon shape="home" flip />
                <div>
                  <Say text={label} />
                  {office && (
                    <span className="muted">
                      {' · '}
                      <Say text={office.name} quiet />
                    </span>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}

type Parts = { procedure: Procedure; vocabulary: Vocabulary };

/** What a person does and meets: what may stop one, the steps, protections, and the way back at home. */
export function ProcedureSteps({ procedure, vocabulary, concerns }: Parts & { concerns: Concerns }) {
  const { t } = useSpeech();
  return (
    <>
      <Bars procedure={procedure} concerns={concerns} />
      <Section id="steps" title={t('origin.steps')}>
        <p className="gap">{t('origin.steps.intro')}</p>
        <Steps procedure={procedure} vocabulary={vocabulary} concerns={concerns} />
      </Section>
      <Protections procedure={procedure} />
      <ReturnServices procedure={procedure} />
    </>
  );
}

/** Who stands behind a procedure: its offices and its sources. */
export function ProcedureOffices({ procedure, vocabulary }: Parts) {
  const { t, f, code } = useSpeech();
  return (
    <>
      <Section id="origin-agencies" title={t('origin.agencies')}>
        <Agencies agencies={procedure.agencies} role={(role) => vocabulary('role', role)} />
        {procedure.complaints && (
          <p className="gap-2">
            <b>
              {t('pathway.help')}
              {t('value.colon')}
            </b>
            <ComplaintsOffice complaints={procedure.complaints} />
          </p>
        )}
      </Section>
      <Section id="origin-sources" title={t('origin.sources')}>
        <p className="gap">
          {t('checked.on', { date: f.date(procedure.verifiedOn) })} ·{' '}
          {t('checked.confidence', { level: code('confidence', procedure.confidence ?? 'low') })}
        </p>
        <Sources sources={procedure.sources} />
        <Notes notes={procedure.notes} />
      </Section>
    </>
  );
}

/** The parts of a page that `ProcedureSteps` draws, for its contents. */
export const stepContents = ({ t }: Speech) =>
  [
    ['steps', t('origin.steps')],
    ['protections', t('origin.protections')],
    ['home', t('origin.return')],
  ] as const;
