import type { ReactNode } from 'react';
import script from '../../browser/passkey.js?url';
import { useSpeech } from '../../i18n/context.tsx';
import { ProblemLine } from '../ui/TextInput.tsx';
import { useProblem } from './reply.tsx';

/** What a browser may end with, by the name of its error; the last one stands for every other. */
const ENDS = [
  ['NotAllowedError', 'passkey.ended.cancelled'],
  ['InvalidStateError', 'passkey.ended.there'],
  ['other', 'passkey.ended.unable'],
] as const;

/** What begins it, with what became of the last one. */
export function PasskeyBeginning({ button }: { button: string }) {
  return (
    <form method="post">
      <button className="btn" type="submit" name="do" value="begin" id="passkey">
        {button}
      </button>
      <ProblemLine id="passkey" problem={useProblem('passkey')} />
    </form>
  );
}

/** The form into which a script puts what the browser's passkey answers; where none runs, the form says so. */
export function PasskeyForm({
  means,
  options,
  nonce,
  button,
  children,
}: {
  /** Whether a passkey is made, or one is shown. */
  means: 'create' | 'get';
  /** What the browser is handed, as JSON. */
  options: string;
  nonce: string;
  button: string;
  children?: ReactNode;
}) {
  const { t } = useSpeech();
  return (
    <>
      <form method="post" className="stack" noValidate data-passkey={means} data-options={options}>
        <p className="note" data-plain>
          {t('passkey.noScript')}
        </p>
        <input type="hidden" name="do" value="answer" />
        <input type="hidden" name="answer" />
        {children}
        <p>
          <button className="btn" type="submit" id="passkey">
            {button}
          </button>
          <ProblemLine id="passkey" problem={useProblem('passkey')} />
        </p>
        {ENDS.map(([name, words]) => (
          <p key={name} className="note" role="alert" data-when={name} hidden>
            {t(words)}
          </p>
        ))}
      </form>
      <script src={script} nonce={nonce} />
    </>
  );
}
