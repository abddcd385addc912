/** A code such as E-9 or H-2A, which must not break at its hyphen. */
const CODE = /\p{Lu}{1,3}-\d+\p{L}{0,2}/u;

/** A text whose codes stay on one line. */
export function Whole({ text }: { text: string }) {
  const found = CODE.exec(text);
  if (!found) return <>{text}</>;
  const [code] = found;
  return (
    <>
      {text.slice(0, found.index)}
      <span className="nowrap">{code}</span>
      <Whole text={text.slice(found.index + code.length)} />
    </>
  );
}
