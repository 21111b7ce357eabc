"""A bare Textual Tree with the records of a plan: what the outline of 2,000 records is compared with.

It shows one column of titles and nothing beside them: no record, no verdict, no line of keys. It takes the
folder of a plan; q ends it.
"""

import sys
import tomllib
from pathlib import Path

from rich.text import Text
from textual.app import App, ComposeResult
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

_KINDS = {
    "missions": "mission",
    "problems": "problem",
    "goals": "goal",
    "key_actions": "key_action",
    "initiatives": "initiative",
    "metrics": "metric",
}


class BareTree(App[None]):
    """A tree of titles.

    Args:
        plan: the folder of the plan.
    """

    BINDINGS = [("q", "quit", "Quit")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, plan: Path) -> None:
        super().__init__()
        self._content = tomllib.loads((plan / "plan.toml").read_text(encoding="utf-8"))

    def compose(self) -> ComposeResult:
        """The tree."""
        tree: Tree[str] = Tree("the plan")
        tree.root.expand()
        nodes: dict[str, TreeNode[str]] = {}
        content = self._content
        waiting = [
            (f"{kind}:{id_}", held) for table, kind in _KINDS.items() for id_, held in content[table].items()
        ]
        while waiting:
            later = []
            for name, held in waiting:
                parents = [_full(each) for each in held.get("serves", held.get("measures", ()))[:1]]
                above = nodes.get(parents[0]) if parents else tree.root
                if above is None:
                    later.append((name, held))
                else:
                    nodes[name] = above.add(Text(str(held.get("title", name))), expand=True)
            if len(later) == len(waiting):
                break
            waiting = later
        yield tree


def _full(reference: str) -> str:
    """A reference with its kind; a bare one names a mission."""
    return reference if ":" in reference else f"mission:{reference}"


if __name__ == "__main__":
    BareTree(Path(sys.argv[1])).run()
