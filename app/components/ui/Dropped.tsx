/** Parts of an address that mean nothing and were left out, each as it stood there. */
export const Dropped = ({ title, parts }: { title: string; parts: readonly { key: string; value: string }[] }) =>
  parts.length === 0 ? null : (
    <div className="note calm" role="status">
      <p>{title}</p>
      <ul className="bul">
        {parts.map(({ key, value }) => (
          <li key={`${key} ${value}`}>
            <bdi>
              {key}={value.slice(0, 60)}
            </bdi>
          </li>
        ))}
      </ul>
    </div>
  );
