"""Entities and fields that a store or HQ defines as data, and what they change of those that ship."""
