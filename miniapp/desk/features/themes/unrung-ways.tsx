import { Button } from '../../components/button.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { go } from '../../platform/router.ts';
import css from './unrung-ways.module.css';

const ways: readonly { icon: IconName; title: string; text: string; link?: string }[] = [
  { icon: 'users', title: '组长发到群里', text: '组长在手机上打开“我带的小组”，点“发到群里”，点开就是这一周' },
  { icon: 'printer', title: '周一包', text: '一张大字，带扫码，送上门或贴在活动室', link: '打印周一包' },
  { icon: 'audioLines', title: '放广播', text: '把这一周的声音拷到广播里，赶集那天放一遍', link: '下载声音' },
];

/** The three ways that need no message of WeChat's. */
export function UnrungWays({ monday }: { monday: string }) {
  return (
    <ul className={`${css.ways} no-print`} aria-label="没有提醒也能送到">
      {ways.map(({ icon, title, text, link }) => (
        <li key={title}>
          <Icon name={icon} />
          <div>
            <p className="medium">{title}</p>
            <p className="note-size minor">{text}</p>
            {link ? <Button kind="text" small className={css.act} onClick={() => go(`/themes/${monday}/paper`)}>{link}</Button> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
