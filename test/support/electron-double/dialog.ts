import { guarded, refuseUnknownSettings } from './guard.ts';

interface MessageBox {
  message: string;
  buttons?: string[];
  defaultId?: number;
  cancelId?: number;
}

/** What was asked so far, and the button that the next person presses: there is nobody to see a box. */
export const boxes = { asked: [] as MessageBox[], pressed: 0 };

export const dialog = guarded('Dialog', {
  /** Without a screen Electron, too, writes it to stderr. */
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}\n${content}\n`);
  },
  async showMessageBox(...given: [MessageBox] | [object, MessageBox]): Promise<object> {
    const options = given.at(-1) as MessageBox;
    refuseUnknownSettings('MessageBoxOptions', options);
    if (typeof options.message !== 'string') throw new TypeError('Message must be a string');
    boxes.asked.push(options);
    return { response: boxes.pressed, checkboxChecked: false };
  },
});
