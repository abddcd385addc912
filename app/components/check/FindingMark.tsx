import type { ReactNode } from 'react';
import type { Finding } from '../../domain/rule/finding.ts';
import { Mark } from '../ui/Mark.tsx';

/** In the order in which people want to know. */
export const FINDINGS = ['met', 'unknown', 'unmet'] as const satisfies readonly Finding[];

/** What something comes to. */
export const FindingMark = ({ finding, children }: { finding: Finding; children: ReactNode }) => (
  <Mark shape={finding}>{children}</Mark>
);
