import type { Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { Page, Pad } from '../../components/page.tsx';
import { Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import css from './receipts.module.css';
import { rubricRows } from './rubric-rows.ts';

/** The rule that scores are made with, as it stands; every receipt names its version. */
export function RubricPage() {
  const loaded = useLoaded('rubric', () => call('getRubric', {}));
  return (
    <Page title="得分规则" aside={loaded.data ? `${loaded.data.version}，${loaded.data.effectiveFrom}起` : ''}>
      <Pad narrow>
        <Ready of={loaded}>
          {({ rubric }) => (
            <dl className={css.rubric}>
              {rubricRows(rubric as unknown as Rubric).map(({ name, words }, index) => (
                <div key={index}>
                  <dt>{name}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          )}
        </Ready>
      </Pad>
    </Page>
  );
}
