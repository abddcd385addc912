import { stateOf } from '../../domain/people/office.ts';
import { useSpeech } from '../../i18n/context.tsx';

/** Who recorded a version: an office by its name, a labour ministry in the reader's language. */
export function Recorder({ by, office }: { by: string; office: string | null }) {
  const { t, f, code } = useSpeech();
  const state = stateOf(by);
  if (state !== undefined) return <bdi>{t('recordedBy.ministry', { country: f.country(state) })}</bdi>;
  return <bdi>{office ?? code('recordedBy', by)}</bdi>;
}
