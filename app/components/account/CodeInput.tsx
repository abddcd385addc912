import { useSpeech } from '../../i18n/context.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useProblem } from './reply.tsx';

/** Where the code that was sent is typed; a phone offers the one of the message, and a wrong one is not typed again. */
export function CodeInput() {
  const { t } = useSpeech();
  return (
    <TextInput
      id="code"
      name="code"
      label={t('code.label')}
      hint={t('code.hint')}
      size="short"
      dir="ltr"
      inputMode="numeric"
      autoComplete="one-time-code"
      problem={useProblem('code')}
    />
  );
}
