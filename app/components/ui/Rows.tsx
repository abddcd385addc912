import type { ReactNode } from 'react';

export type Row = readonly [label: string, value: ReactNode];

/** What is known of something, a row a part. */
export const Rows = ({ rows }: { rows: readonly Row[] }) => (
  <table>
    <tbody>
      {rows.map(([label, value]) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
