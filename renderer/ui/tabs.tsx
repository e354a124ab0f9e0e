import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

export interface TabItem<K extends string> {
  id: K;
  label: string;
  icon?: LucideIcon;
  /** Made only while it is shown. */
  render: () => ReactNode;
}

export interface TabsProps<K extends string> {
  label: string;
  items: readonly TabItem<K>[];
  selected: K;
  onSelect: (id: K) => void;
}

/** Sections of one screen beside each other; arrow keys move between them. */
export function Tabs<K extends string>({ label, items, selected, onSelect }: TabsProps<K>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={key => onSelect(String(key) as K)}
      className="flex min-h-0 flex-1 flex-col gap-4 outline-none"
    >
      <TabList aria-label={label} className="flex shrink-0 flex-wrap gap-0.5 border-b border-line p-1">
        {items.map(({ id, label: name, icon: Icon }) => (
          <Tab
            key={id}
            id={id}
            className="flex min-h-12 cursor-pointer items-center gap-1.5 rounded-control px-2.5 font-semibold whitespace-nowrap text-muted data-hovered:bg-hover data-selected:bg-accent-soft data-selected:text-accent-text"
          >
            {Icon && <Icon aria-hidden className="size-5" />}
            {name}
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
