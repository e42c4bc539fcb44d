"""Comments and tags, on records and in the store."""

import datetime as dt
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.records.talk.comments import LENGTH, add_comment, change_comment, delete_comment, list_comments
from chezhan.catalogue.records.talk.tags import (
    AT_ONCE,
    delete_tag,
    list_tags,
    merge_tags,
    save_tag,
    set_tags,
    tags_of,
    tags_of_many,
)

on_records = Router(tags=["records"])
comments = Router(tags=["records"])
tags = Router(tags=["store"])


class CommentChange(Schema):
    text: str = Field(max_length=LENGTH)


class CommentIn(CommentChange):
    """`mentions`: ids of people of the store."""

    mentions: list[UUID] = []


class CommentOut(Schema):
    id: UUID
    author: UUID
    text: str
    mentions: list[UUID]
    at: dt.datetime
    edited_at: dt.datetime | None


class TagIn(Schema):
    """`color`: like #1a4fa3."""

    name: str
    color: str


class TagOut(TagIn):
    id: UUID


class TagsIn(Schema):
    tags: list[UUID]


class TagMergeIn(Schema):
    """`into`: the tag that stays."""

    into: UUID


class RecordsIn(Schema):
    ids: list[UUID] = Field(max_length=AT_ONCE)


class RecordTagsOut(Schema):
    record_id: UUID
    tags: list[UUID]


@on_records.get("/{entity}/{uuid:record_id}/comments", response=list[CommentOut], operation_id="list_comments")
def read_comments(request: ActorRequest, entity: str, record_id: UUID):
    return list_comments(actor=request.actor, entity=entity, record_id=record_id)


@on_records.post("/{entity}/{uuid:record_id}/comments", response={201: CommentOut}, operation_id="add_comment")
def comment(request: ActorRequest, entity: str, record_id: UUID, body: CommentIn):
    return Status(
        201,
        add_comment(actor=request.actor, entity=entity, record_id=record_id, text=body.text, mentions=body.mentions),
    )


@on_records.post("/{entity}/tags", response=list[RecordTagsOut], operation_id="list_tags_of_records")
def read_tags_of_many(request: ActorRequest, entity: str, body: RecordsIn):
    """Of records that have none nothing is told. A POST, since so many ids don't go into an address."""
    found = tags_of_many(actor=request.actor, entity=entity, record_ids=body.ids)
    return [{"record_id": record_id, "tags": tags} for record_id, tags in found.items()]


@on_records.get("/{entity}/{uuid:record_id}/tags", response=list[TagOut], operation_id="list_record_tags")
def read_tags(request: ActorRequest, entity: str, record_id: UUID):
    return tags_of(actor=request.actor, entity=entity, record_id=record_id)


@on_records.put("/{entity}/{uuid:record_id}/tags", response=list[TagOut], operation_id="set_record_tags")
def put_tags(request: ActorRequest, entity: str, record_id: UUID, body: TagsIn):
    return set_tags(actor=request.actor, entity=entity, record_id=record_id, tag_ids=body.tags)


@comments.patch("/{uuid:comment_id}", response=CommentOut, operation_id="change_comment")
def change(request: ActorRequest, comment_id: UUID, body: CommentChange):
    return change_comment(actor=request.actor, comment_id=comment_id, text=body.text)


@comments.delete("/{uuid:comment_id}", response={204: None}, operation_id="delete_comment")
def delete(request: ActorRequest, comment_id: UUID):
    delete_comment(actor=request.actor, comment_id=comment_id)
    return Status(204, None)


@tags.get("", response=list[TagOut], operation_id="list_tags")
def read_all(request: ActorRequest):
    return list_tags()


@tags.post("", response={201: TagOut}, operation_id="create_tag")
def create(request: ActorRequest, body: TagIn):
    return Status(201, save_tag(actor=request.actor, tag_id=None, name=body.name, color=body.color))


@tags.patch("/{uuid:tag_id}", response=TagOut, operation_id="change_tag")
def rename(request: ActorRequest, tag_id: UUID, body: TagIn):
    return save_tag(actor=request.actor, tag_id=tag_id, name=body.name, color=body.color)


@tags.delete("/{uuid:tag_id}", response={204: None}, operation_id="delete_tag")
def drop(request: ActorRequest, tag_id: UUID):
    delete_tag(actor=request.actor, tag_id=tag_id)
    return Status(204, None)


@tags.post("/{uuid:tag_id}/merge", response=TagOut, operation_id="merge_tags")
def merge(request: ActorRequest, tag_id: UUID, body: TagMergeIn):
    return merge_tags(actor=request.actor, tag_id=tag_id, into=body.into)
