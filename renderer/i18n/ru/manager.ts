import type { manager as english } from '../en/manager.ts';
import type { Russian } from '../russian.ts';
import { catalogue } from './manager/catalogue.ts';
import { day } from './manager/day.ts';
import { prices } from './manager/prices.ts';
import { records } from './manager/records.ts';
import { settings } from './manager/settings.ts';
import { staff } from './manager/staff.ts';
import { update } from './manager/update.ts';

export const manager: Russian<typeof english> = {
  title: 'Управление',
  tabs: 'Разделы',
  tab: {
    day: 'День',
    catalogue: 'Каталог',
    prices: 'Цены',
    staff: 'Персонал',
    settings: 'Настройки',
    balance: 'Баланс',
    backups: 'Копии',
    audit: 'Журнал',
  },
  newer: 'обновление',
  unsaved: 'не сохранено',
  form: {
    changed: 'Есть несохранённые изменения',
    same: 'Всё сохранено',
    wrong: 'Что-то заполнено неверно',
    discard: 'Отменить',
  },
  day,
  catalogue,
  prices,
  staff,
  settings,
  update,
  ...records,
};
