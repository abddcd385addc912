import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/context.tsx';
import type { ListedPathway } from './listed-pathway.ts';
import { StatusMark } from './StatusMark.tsx';

/** Where a listed pathway leads, its kind and its state; `children` are what else is told above its name. */
export function PathwayKick({ pathway, children }: { pathway: ListedPathway; children?: ReactNode }) {
  const { f, code } = useSpeech();
  return (
    <p className="kick">
      <span>{f.country(pathway.destination)}</span>
      <span>{code('kind', pathway.kind)}</span>
      <StatusMark status={pathway.status} />
      {children}
    </p>
  );
}
