import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';

export interface FiguresRow {
  key: string;
  /** What the row is about, then one figure for each further column. */
  cells: readonly [ReactNode, ...ReactNode[]];
}

export interface FiguresTableProps {
  /** What the table is about, for those who do not see its heading. */
  label: string;
  columns: readonly [string, ...string[]];
  rows: readonly FiguresRow[];
}

const MOST_AT_FIRST = 8;

/** Figures under each other: the first rows, and all of them when asked for. */
export function FiguresTable({ label, columns, rows }: FiguresTableProps) {
  const { t } = useTranslation('manager');
  const [showsAll, setShowsAll] = useState(false);
  const [what, ...figures] = columns;
  const isLong = rows.length > MOST_AT_FIRST;
  return (
    <div className="flex flex-col items-start gap-3">
      <table aria-label={label} className="digits w-full border-collapse">
        <thead>
          <tr className="border-b border-line text-muted">
            <th scope="col" className="py-2 text-left font-normal">
              {what}
            </th>
            {figures.map(name => (
              <th key={name} scope="col" className="py-2 pl-4 text-right font-normal">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(showsAll ? rows : rows.slice(0, MOST_AT_FIRST)).map(({ key, cells: [name, ...values] }) => (
            <tr key={key} className="border-b border-line last:border-0">
              <th scope="row" className="py-2 text-left font-normal break-words">
                {name}
              </th>
              {values.map((value, column) => (
                <td key={figures[column]} className="py-2 pl-4 text-right whitespace-nowrap">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isLong && (
        <Button look="quiet" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t('day.showFewer') : t('day.showAll', { count: rows.length })}
        </Button>
      )}
    </div>
  );
}
