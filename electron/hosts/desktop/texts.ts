import type { Language } from '../../../shared/people.ts';

interface DesktopTexts {
  stopped: { title: string; next: string };
  crashed: { title: string; next: string };
  tryAgain: string;
  closing: { title: string; saleOnScreen: string; work: string; keepOpen: string; close: string };
  cannotStart: { title: string; options: string; inUse: string; folder: string; other: string };
}

/** What the desktop till says beside its page: when that does not work, when its window is to be closed, and when there is none. */
export const DESKTOP_TEXTS: Readonly<Record<Language, DesktopTexts>> = {
  en: {
    stopped: {
      title: 'The screen of this till keeps failing',
      next: 'Nothing that was sold is lost, and orders go on in the background. Try again. If it fails again, restart the computer.',
    },
    crashed: {
      title: 'The till keeps ending with an error',
      next: 'Nothing that was sold is lost; orders wait until the till is open. Restart the computer. If that does not help, call whoever looks after this till: the reason is in its log. It tries again by itself after five minutes.',
    },
    tryAgain: 'Try again',
    closing: {
      title: 'Close the till?',
      saleOnScreen: 'A sale is on the screen. It has not been paid, and closing the till gives it up.',
      work: 'Orders or receipts are still waiting. They go on when the till is started again; until then customers wait.',
      keepOpen: 'Keep it open',
      close: 'Close the till',
    },
    cannotStart: {
      title: 'KeyTill cannot start',
      options:
        'It was started with an option that it does not know. Correct it where it is: in the shortcut, in the entry that starts the till at sign-in, or in a KEYTILL_ variable.',
      inUse:
        'Another till is running on the same data. Close it first, or give this one a data folder of its own.',
      folder:
        'Nothing can be stored in the data folder. See that its disk is connected and has room, and that this user may write there; then start KeyTill again.',
      other:
        'Restart the computer. If that does not help, show whoever looks after this till what stands below.',
    },
  },
  ru: {
    stopped: {
      title: 'Экран кассы не может загрузиться',
      next: 'Всё проданное сохранено, заказы выполняются в фоне. Попробуйте ещё раз. Если не поможет, перезагрузите компьютер.',
    },
    crashed: {
      title: 'Касса снова и снова завершается с ошибкой',
      next: 'Всё проданное сохранено, заказы ждут открытия кассы. Перезагрузите компьютер. Если не поможет, позовите того, кто обслуживает кассу: причина записана в её журнале. Через пять минут касса попробует ещё раз сама.',
    },
    tryAgain: 'Попробовать ещё раз',
    closing: {
      title: 'Закрыть кассу?',
      saleOnScreen: 'На экране продажа. Она не оплачена и при закрытии кассы пропадёт.',
      work: 'Есть заказы или чеки в очереди. Они продолжатся после следующего запуска, а до того покупатели ждут.',
      keepOpen: 'Не закрывать',
      close: 'Закрыть кассу',
    },
    cannotStart: {
      title: 'KeyTill не запускается',
      options:
        'Касса запущена с неизвестным параметром. Исправьте его там, где он задан: в ярлыке, в автозапуске или в переменной KEYTILL_.',
      inUse:
        'С этими данными уже работает другая касса. Сначала закройте её или укажите для этой отдельную папку данных.',
      folder:
        'В папку данных ничего нельзя записать. Проверьте, что её диск подключён и не заполнен и что у пользователя есть право записи, затем запустите KeyTill снова.',
      other: 'Перезагрузите компьютер. Если не поможет, покажите текст ниже тому, кто обслуживает кассу.',
    },
  },
};
