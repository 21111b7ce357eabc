"""A suite of 150 cases with a dozen fields in Arabic and Japanese: written, read, judged, told, checked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from successbook.files.folder import PlanFolder
from successbook.plan.drafts import Draft
from successbook.plan.hierarchy import records
from successbook.plan.kinds import KINDS
from successbook.plan.now import Now
from successbook.plan.recording import record_result, sheet_at
from successbook.tree import Address, Tree, Value
from successbook.tui.widgets.wrapping import width_of
from successbook.verdicts.acceptance import acceptance_of
from successbook.verdicts.findings import findings
from successbook.verdicts.linear import part_text
from tests.full import PLACES
from tests.plans import GOAL, NOW, RELEASE, small_plan, written
from tests.tui.driving import driven

UAT = PLACES["uat"]
ARABIC = {
    "title": "الدفع بالبطاقة المحفوظة دون حساب",
    "section": "الدفع",
    "pass_when": "تظهر صفحة الشكر مع المبلغ.\nويصل البريد خلال خمس دقائق.\n",
    "fail_when": "تُطلب البطاقة مرة أخرى.\n",
    "role": "ضيف يعود مرة أخرى",
    "preconditions": "بطاقة محفوظة.\n",
    "test_data": "البطاقة ١١١١",
    "environment": "بيئة الاختبار، هاتف",
    "requirement": "م-١٢",
}
JAPANESE = {
    "title": "保存したカードで会員登録なしに支払う",
    "section": "支払い",
    "pass_when": "お礼のページに金額が表示される。\n五分以内にメールが届く。\n",
    "fail_when": "カード番号をもう一度聞かれる。\n",
    "role": "再び訪れたゲスト",
    "preconditions": "カードが保存されている。\n",
    "test_data": "末尾１１１１のカード",
    "environment": "ステージング、携帯電話",
    "requirement": "要件１２",
}
STEPS = (("支払いを選ぶ", "合計が表示される"), ("اختر الدفع", "يظهر المجموع"))


def suite() -> Tree:
    draft = Draft(small_plan(), today=NOW.date)
    number = iter(range(150))
    for count in number:
        words = dict(ARABIC if count % 2 else JAPANESE)
        title = words.pop("title")
        fields: dict[str, Value] = {
            **words,
            "priority": ("must", "should", "could")[count % 3],
            "tags": (words["section"], "phone"),
            "traces": (f"goal:{GOAL.key}",),
            "data_expires": dt.date(2026, 12, 31),
        }
        case = draft.add(KINDS["case"], f"{title} {count}", inside=UAT, fields=fields, id_=f"case-{count}")
        for do, expect in STEPS:
            draft.add(KINDS["case_step"], do, inside=case, fields={"expect": expect})
    draft.add(KINDS["round"], "第一回", inside=UAT, id_="r1")
    for tester in ("مها", "健"):
        draft.add(KINDS["tester"], tester, inside=UAT)
    for at in list(records(draft.tree, KINDS["tester"], UAT)):
        for count in range(0, 150, 2):
            sheet = sheet_at(UAT, "r1", at.key)
            record_result(draft, sheet, f"case-{count}", "passed", cases=(), today=NOW.date)
    return draft.tree


def test_every_field_comes_back_from_the_disk(tmp_path: Path) -> None:
    tree = suite()
    folder = written(tmp_path, tree)
    assert PlanFolder.open(folder).tree == tree
    case = tree.table(UAT.child("cases", "case-149"))
    assert len([name for name in case if name != "steps"]) >= 12
    assert findings(tree) == ()


def test_it_is_judged_and_told_in_its_own_words() -> None:
    tree = suite()
    found = acceptance_of(tree, RELEASE)
    assert (found.verdict, found.counts.done, len(found.gaps)) == ("not finished", "150 of 300", 25)
    text = part_text(tree, "uat", Now(NOW.date), "x")
    assert f'"{ARABIC["title"]} 3" must pass and nobody has run it' in text
    assert "お礼のページに金額が表示される。" in text


async def test_the_matrix_shows_it_and_filters_by_any_script(tmp_path: Path) -> None:
    async with driven(written(tmp_path, suite()), (120, 40)) as driver:
        await driver.press("4")
        assert "健" in driver.text
        assert "مها" in driver.text
        await driver.press("/")
        await driver.write("ステージング must")
        table = driver.outline._cases  # type: ignore[attr-defined]
        assert table.count == 25
        assert all(JAPANESE["title"] in str(driver.value(at.child("title"))) for at in table.cases())
        await driver.press("enter", "escape", "end")
        assert driver.outline.record == Address(UAT.file, ("cases", "case-149"))
        assert max(width_of(line) for line in driver.text.splitlines()) <= 120
