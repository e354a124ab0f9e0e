import { UserX } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { StaffMember } from '../../shared/contract/common.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PersonBadge } from './person-badge.tsx';

export function StaffTiles(props: { staff: readonly StaffMember[]; onChoose: (staffId: string) => void }) {
  const { staff, onChoose } = props;
  const { t } = useTranslation(['lock', 'common']);
  if (staff.length === 0) {
    return (
      <EmptyState icon={UserX} title={t('noStaff')}>
        {t('noStaffNext')}
      </EmptyState>
    );
  }
  return (
    <div className="flex max-h-full w-full max-w-2xl flex-col gap-6">
      <h2 className="px-1 text-2xl font-semibold">{t('who')}</h2>
      <ul className="grid min-h-0 grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-3 overflow-y-auto p-1">
        {staff.map(({ id, name, role }) => (
          <li key={id} className="flex">
            <Button
              onPress={() => onChoose(id)}
              className="flex min-h-24 w-full cursor-pointer items-center gap-4 rounded-card border border-line bg-surface p-4 text-left shadow-card data-hovered:bg-hover data-pressed:border-accent data-pressed:bg-accent-soft"
            >
              <PersonBadge name={name} />
              <span className="min-w-0">
                <span className="block text-xl font-semibold break-words">{name}</span>
                <span className="block text-muted">{t(`common:${role}Role`)}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
