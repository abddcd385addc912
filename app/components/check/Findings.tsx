import { Fragment } from 'react';
import type { Finding } from '../../domain/rule/finding.ts';
import { useSpeech } from '../../i18n/context.tsx';
import { Icon } from '../ui/icons.tsx';
import { Say } from '../ui/Say.tsx';
import { SourceLink } from '../ui/Source.tsx';
import type { FindingLine, FindingNode } from './finding-node.ts';

type Page = { page: string };

function Found({ finding }: { finding: Finding }) {
  const { t } = useSpeech();
  return <b className={finding}>{t(`result.finding.${finding}`)}</b>;
}

/** Met or not, what is asked, what was found, and where it is written. */
function Line({ line, page }: { line: FindingLine } & Page) {
  const { t } = useSpeech();
  return (
    <>
      <Found finding={line.finding} /> <Say text={line.words} quiet />
      {line.found !== undefined && ` ${t('result.yours', { found: line.found })}`}
      {line.source && <SourceLink mark={line.source} page={page} />}
    </>
  );
}

function Points({ node, page }: { node: Extract<FindingNode, { score: unknown }> } & Page) {
  const { t } = useSpeech();
  const { lowest, highest, pass } = node.score;
  return (
    <>
      <Found finding={node.finding} /> {t('result.points', { pass, lowest, more: highest - lowest })}
      {node.items.length > 0 && (
        <ul className="any">
          {node.items.map(({ id, points, label, part }) => (
            <li key={id}>
              <b>{t('result.pointsGot', { points })}</b>
              {t('value.colon')}
              {label && 'line' in part ? (
                <Line line={{ ...part.line, words: label }} page={page} />
              ) : (
                <>
                  {label && <Say text={label} quiet />} <Node node={part} page={page} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Group({ node, page }: { node: Extract<FindingNode, { parts: unknown }> } & Page) {
  const { t } = useSpeech();
  return (
    <>
      <Found finding={node.finding} /> {t(...node.intro)}
      <ul className="any">
        {node.parts.map((part, at) => (
          <Fragment key={keyOf(part, at)}>
            {node.or && at > 0 && <li className="or">{t('rule.or')}</li>}
            <li>
              <Node node={part} page={page} />
            </li>
          </Fragment>
        ))}
      </ul>
    </>
  );
}

function IfThen({ node, page }: { node: Extract<FindingNode, { when: unknown }> } & Page) {
  const { t } = useSpeech();
  return (
    <>
      <Found finding={node.finding} /> {t('rule.if')}
      <div className="any">
        <Node node={node.when} page={page} />
      </div>
      {t('rule.then')}
      <div className="any">
        <Node node={node.needed} page={page} />
      </div>
    </>
  );
}

const keyOf = (node: FindingNode, at: number) => ('line' in node ? node.line.id : at);
export const findingOf = (node: FindingNode) => ('line' in node ? node.line.finding : node.finding);

function Node({ node, page }: { node: FindingNode } & Page) {
  if ('line' in node) return <Line line={node.line} page={page} />;
  if ('when' in node) return <IfThen node={node} page={page} />;
  return 'score' in node ? <Points node={node} page={page} /> : <Group node={node} page={page} />;
}

/** Every rule of a pathway with what it comes to, also below a choice that is settled already. */
export const FindingTree = ({ nodes, page }: { nodes: readonly FindingNode[] } & Page) => (
  <ul className="rules">
    {nodes.map((node, at) => (
      <li key={keyOf(node, at)}>
        <Icon shape={findingOf(node)} className={findingOf(node)} />
        <div>
          <Node node={node} page={page} />
        </div>
      </li>
    ))}
  </ul>
);
