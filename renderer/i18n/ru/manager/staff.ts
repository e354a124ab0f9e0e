import type { staff as english } from '../../en/manager/staff.ts';
import type { Russian } from '../../russian.ts';

export const staff: Russian<typeof english> = {
  title: 'Кто работает за этой кассой',
  list: 'Сотрудники',
  add: 'Добавить человека',
  edit: 'Изменить',
  editOf: 'Изменить: {{name}}',
  newPin: 'Новый ПИН-код',
  newPinOf: 'Новый ПИН-код: {{name}}',
  remove: 'Убрать',
  removeOf: 'Убрать: {{name}}',
  removeTitle: 'Убрать сотрудника {{name}}?',
  removeText: 'Войти на кассу уже не получится. Все продажи этого человека останутся в учёте.',
  you: 'Это вы',
  name: 'Имя',
  role: 'Роль',
  cashierText: 'Продаёт, смотрит заказы и возвращает деньги, когда они причитаются.',
  managerText: 'Ещё решает о заказах, задаёт цены и видит отчёты.',
  nameMissing: 'Введите имя.',
  added: '{{name}} теперь может войти',
  saved: 'Сохранено: {{name}}',
  pinSaved: 'Новый ПИН-код сохранён: {{name}}',
  removed: 'Больше не за кассой: {{name}}',
};
