"""Why somebody was given a record, as the record says it."""

from chezhan.catalogue.entity import Option
from chezhan.catalogue.labels import Label

REASONS = (
    Option("region", Label("负责该区域", "Looks after the region")),
    Option("model", Label("负责该车型", "Looks after the model")),
    Option("source", Label("负责该来源", "Looks after the source")),
    Option("no_region", Label("在岗的人都不负责该区域", "Nobody present looks after the region")),
    Option("no_model", Label("在岗的人都不负责该车型", "Nobody present looks after the model")),
    Option("no_source", Label("在岗的人都不负责该来源", "Nobody present looks after the source")),
    Option("least", Label("手上最少", "Has the fewest")),
    Option("turn", Label("轮到", "Next in turn")),
)
