import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

export interface TabItem<K extends string> {
  id: K;
  label: string;
  icon: LucideIcon;
  /** What a person should know of it without opening it. */
  remark?: string | undefined;
  /** Made only while it is shown. */
  render: () => ReactNode;
}

export interface TabsProps<K extends string> {
  label: string;
  items: readonly TabItem<K>[];
  selected: K;
  onSelect: (id: K) => void;
}

/**
 * Sections of one screen beside each other, in one row in every language: the word stands below the picture. Arrow keys
 * move between them.
 */
export function Tabs<K extends string>({ label, items, selected, onSelect }: TabsProps<K>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={key => onSelect(String(key) as K)}
      className="flex min-h-0 flex-1 flex-col gap-4 outline-none"
    >
      <TabList aria-label={label} className="flex shrink-0 gap-1 border-b border-line p-1">
        {items.map(({ id, label: name, icon: Icon, remark }) => (
          <Tab
            key={id}
            id={id}
            className="flex min-h-16 min-w-20 cursor-pointer flex-col-reverse items-center justify-center gap-0.5 rounded-control px-2 text-center leading-tight font-semibold text-muted data-hovered:bg-hover data-selected:bg-accent-soft data-selected:text-accent-text 2xl:min-w-32"
          >
            {name}
            <span className="flex items-center gap-1.5">
              <Icon aria-hidden className="size-6 shrink-0" />
              {remark && (
                <>
                  <span className="sr-only"> · </span>
                  <span className="text-accent-text">{remark}</span>
                </>
              )}
            </span>
          </Tab>
        ))}
      </TabList>
      {items.map(item => (
        <TabPanel key={item.id} id={item.id} className="min-h-0 flex-1 overflow-y-auto rounded-control">
          {item.render()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
