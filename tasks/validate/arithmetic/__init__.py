"""Arithmetic within one document: each module finds one sort of relation among the printed figures."""
