import type { lock as english } from '../en/lock.ts';
import type { Russian } from '../russian.ts';

export const lock: Russian<typeof english> = {
  who: 'Кто за кассой?',
  pinFor: 'ПИН-код: {{name}}',
  pin: 'ПИН-код',
  entered_one: 'Введена {{count}} цифра',
  entered_few: 'Введено {{count}} цифры',
  entered_many: 'Введено {{count}} цифр',
  entered_other: 'Введено {{count}} цифры',
  unlock: 'Войти',
  someoneElse: 'Другой сотрудник',
  updating: 'Устанавливается обновление',
  updatingText: 'KeyTill закроется и вернётся сама. Не выключайте компьютер.',
  hint: 'Нажимайте цифры на экране или на клавиатуре.',
  openFor: 'Повторите через {{time}}',
  noStaff: 'Входить некому',
  noStaffNext: 'Восстановите резервную копию или настройте KeyTill заново.',
};
