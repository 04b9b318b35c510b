import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { rubricRows } from './rubric-rows.ts';
import { RubricTabs } from './rubric-tabs.tsx';
import css from './rubrics.module.css';
import { VersionList } from './version-list.tsx';

type Remark = Answer<'getRubric'>['remarks'][number];

/** The rule that scores are made with, what is to come, and every version that there was. */
export function RubricPage() {
  const writes = useMay('rubric.write');
  const tries = useMay('rubric.preview');
  const loaded = useLoaded('rubric', () => call('getRubric', {}));
  const write = writes || tries ? <Button kind={writes ? 'primary' : 'line'} icon="penLine" onClick={() => go('/rubric/new')}>{writes ? '改规则' : '试改一下'}</Button> : null;
  return (
    <Page title="得分规则" aside={loaded.data ? `正在用${loaded.data.version}版` : ''} actions={write}>
      <RubricTabs now="/rubric" />
      <Ready of={loaded}>
        {({ rubric, remarks, coming }) => (
          <div className={css.columns}>
            <div className={css.main}>
              {coming.map(({ version, effectiveFrom }) => <Note key={version} tone="blue">{dateWithYear(effectiveFrom)}起改用{version}版</Note>)}
              {remarks.map((remark) => <RemarkNote key={remark.dimension} remark={remark} writes={writes} onDone={() => void loaded.reload()} />)}
              <dl className={css.rows}>
                {rubricRows(rubric).map(([name, words]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{words}</dd>
                  </div>
                ))}
              </dl>
            </div>
            <VersionList writes={writes} onChanged={() => void loaded.reload()} />
          </div>
        )}
      </Ready>
    </Page>
  );
}

function RemarkNote({ remark: { dimension, label, note, checked }, writes, onDone }: { remark: Remark; writes: boolean; onDone: () => void }) {
  const act = useAct();
  const check = async (): Promise<void> => {
    if (!(await act.run(() => call('checkRubricLabel', { params: { dimension }, body: { label } })))) return;
    say('记下了');
    onDone();
  };
  if (checked) return <p className="minor note-size">“{label}”：{note}。{checked.by.name}{whenInChinese(checked.at)}核对过</p>;
  return (
    <Note tone="amber">
      <div className="row wrap">
        <span className="grow">“{label}”：{note}</span>
        {writes ? <Button small busy={act.busy} onClick={() => void check()}>对过原文，没有错</Button> : null}
      </div>
      <FailureNote failure={act.failure} />
    </Note>
  );
}
