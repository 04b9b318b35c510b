import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import { pages } from './schools';

/** The ways to the town's school as such: its villages' schools, who does what, and by which plan. */
export function SchoolRows() {
  const elder = useAppearance((appearance) => appearance.elder);
  if (elder) return null;
  return (
    <Card rows>
      <Row icon="map-pin" title="各村微党校" note="谁在学，在哪学，下一次是哪天" onTap={() => open(pages.schools)} />
      <Row icon="users" title="组织架构" onTap={() => open(pages.organisation)} />
      <Row icon="file-text" title="实施方案" onTap={() => open(pages.plan)} />
    </Card>
  );
}
