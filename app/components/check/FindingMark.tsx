import type { ReactNode } from 'react';
import type { Finding } from '../../domain/rule/finding.ts';
import { Icon } from '../ui/icons.tsx';

/** In the order in which people want to know. */
export const FINDINGS = ['met', 'unknown', 'unmet'] as const satisfies readonly Finding[];

/** What something comes to: a shape, a word and a colour, in that order of trust. */
export const FindingMark = ({ finding, children }: { finding: Finding; children: ReactNode }) => (
  <span className={`mark ${finding}`}>
    <Icon shape={finding} />
    <span>{children}</span>
  </span>
);
