length = T, die Länge der Sequenz
largest = größter Singulärwert der rekurrenten Matrix
networks = Netz
right = richtige Antworten am Ende des Trainings
left = übriger Gradient 49 Schritte zurück, als Anteil von dem beim Verlust
steps = Trainingsschritte, bis die Aufgabe gelöst ist
sequences = Sequenzen, bis die Aufgabe gelöst ist
loss = Verlust am Ende des Trainings
ratio = Gradient am Nomen / sein Mittel über alle Wörter
how = Punkt: der Median von drei Seeds. Ringe: die anderen beiden.
none = Die Abbildung erscheint, wenn die Läufe fertig sind.
not_solved = nicht gelöst
mean = Mittel über alle Wörter
bound = die Schranke
of_paper = das Paper: { $number }
of_formula = seine Formel: { $number }
of_guessing = Raten: { $number }
of_task = { $task }: { $said }
right_said = Richtige Antworten: { $x } bei T = { $a }; { $y } bei T = { $b }
left_said = Vom Gradienten übrig: { $x } bei einem größten Singulärwert von { $a }; { $y } bei { $b }
steps_said = Am frühesten gelöst: { $name }, nach { $n ->
        [one] { $n } Schritt
       *[other] { $n } Schritten
    }
sequences_said = Am frühesten gelöst: { $name }, nach { $n ->
        [one] { $n } Sequenz
       *[other] { $n } Sequenzen
    }
never_said = { $said }; in den meisten Läufen nicht gelöst: { $names }
loss_said = Niedrigster Verlust: { $x } ({ $a }); höchster: { $y } ({ $b })
diverged_said = { $said }; divergiert: { $names }
ratio_said = Gradient am Nomen, verglichen mit seinem Mittel über alle Wörter: { $a } das { $x }-Fache, { $b } das { $y }-Fache
